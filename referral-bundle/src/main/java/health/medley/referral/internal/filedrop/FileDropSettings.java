package health.medley.referral.internal.filedrop;

/** The settings of the file drop, configuration {@code health.medley.referral.file-drop}. */
public @interface FileDropSettings {

    /** The folder; each practice's referrals go into a folder of its name below. */
    String directory();
}
