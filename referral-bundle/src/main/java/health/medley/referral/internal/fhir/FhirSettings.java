package health.medley.referral.internal.fhir;

/** The settings of the FHIR gateway, configuration {@code health.medley.referral.fhir}. */
public @interface FhirSettings {

    /** Base URL of the endpoint, {@code https}; {@code http} only on this machine. */
    String url();

    /** Bearer token sent with each request; empty for none. Its property is {@code .token}, none of the service's. */
    String _token() default "";

    /**
     * Identifier system of the patients' ids, so that the receiver finds its own Patient; empty where the endpoint
     * has the same Patient resources as the chart.
     */
    String patient_system() default "";

    /** Seconds to wait for the endpoint, to connect and for each of up to four answers; 1 to 15. */
    int timeout_seconds() default 10;
}
