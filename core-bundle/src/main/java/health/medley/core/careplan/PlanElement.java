package health.medley.core.careplan;

/** The elements that a comprehensive care plan typically has, in the order in which CMS lists them. */
public enum PlanElement {
    /** The problem list: {@link PlanContent#problems}. */
    PROBLEM_LIST,
    /** Expected outcome and prognosis. */
    OUTCOME_AND_PROGNOSIS,
    /** Measurable treatment goals: {@link PlanContent#goals}. */
    TREATMENT_GOALS,
    /** Cognitive and functional assessment. */
    COGNITIVE_AND_FUNCTIONAL_ASSESSMENT,
    /** Symptom management. */
    SYMPTOM_MANAGEMENT,
    /** Planned interventions and who is responsible for each: {@link PlanContent#interventions}. */
    PLANNED_INTERVENTIONS,
    /** Medication management. */
    MEDICATION_MANAGEMENT,
    /** Evaluation of the patient's surroundings. */
    ENVIRONMENTAL_EVALUATION,
    /** Assessment of the caregiver. */
    CAREGIVER_ASSESSMENT,
    /** Community and social services ordered. */
    COMMUNITY_AND_SOCIAL_SERVICES,
    /** How outside agencies and specialists are brought together. */
    OUTSIDE_COORDINATION,
    /** When the plan is reviewed: {@link PlanContent#review}. */
    REVIEW_SCHEDULE
}
