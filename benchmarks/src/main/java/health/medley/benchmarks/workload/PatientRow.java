package health.medley.benchmarks.workload;

/**
 * Hold one patient-month as an adapter to an EHR would hand it over: codes as text, work as entries. Invented by a
 * seeded generator; no row describes a person.
 *
 * <p>Days are counted from 1970-01-01. The arrays are shared, not copied: rows are read only.
 *
 * @param id number of the row, 0 for the first
 * @param year year of the service month, 2024 or 2025
 * @param monthStart first day of the service month
 * @param monthEnd last day of the service month
 * @param conditions ICD-10-CM codes of the problem list, duplicates included
 * @param consent 0 none, 1 active, 2 withdrawn
 * @param consentDay day of the consent, 0 if there is none
 * @param carePlanDay day of the care plan, 0 if there is none
 * @param staff work of clinical staff
 * @param practitioner work of the practitioner
 * @param decisionMaking complexity of medical decision making, 0 none to 3 high; 2 is moderate
 * @param otherCodes codes already on a claim of the month
 */
public record PatientRow(
        int id,
        int year,
        int monthStart,
        int monthEnd,
        String[] conditions,
        int consent,
        int consentDay,
        int carePlanDay,
        TimeEntry[] staff,
        TimeEntry[] practitioner,
        int decisionMaking,
        String[] otherCodes) {}
