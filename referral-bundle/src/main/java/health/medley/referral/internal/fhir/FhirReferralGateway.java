package health.medley.referral.internal.fhir;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.referral.ReferralDocument;
import health.medley.core.referral.ReferralGateway;
import health.medley.core.referral.ReferralNews;
import health.medley.core.referral.ReferralReceipt;
import health.medley.record.RecordJson;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/**
 * Send each referral as a ServiceRequest and a Task that asks for it to be fulfilled, each created once by the referral's
 * identifier; the receiver moves the Task on, and its status is the news.
 */
@Component(
        service = ReferralGateway.class,
        configurationPid = "health.medley.referral.fhir",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = Contract.ID + "=fhir")
public final class FhirReferralGateway implements ReferralGateway {

    private static final Pattern TASK = Pattern.compile("Task/[A-Za-z0-9.-]{1,64}");

    private final FhirEndpoint endpoint;
    private final ReferralResources resources;

    /** Send to the endpoint of the settings. */
    @Activate
    public FhirReferralGateway(FhirSettings settings) {
        this(
                settings.url(),
                settings._token(),
                settings.patient_system(),
                Duration.ofSeconds(settings.timeout_seconds()));
    }

    FhirReferralGateway(String url, String token, String patientSystem, Duration timeout) {
        ObjectMapper mapper = RecordJson.mapper();
        endpoint = new FhirEndpoint(url, token, timeout, mapper);
        resources = new ReferralResources(mapper, patientSystem);
    }

    @Override
    public ReferralReceipt send(Caller caller, ReferralDocument document) {
        document.recipient()
                .address()
                .filter(address -> !address.matches("[A-Za-z]+/[A-Za-z0-9.-]{1,64}"))
                .ifPresent(address -> {
                    throw new MedleyException(
                            ErrorCode.ARGUMENT_INVALID,
                            "Sending a referral to the FHIR endpoint: the recipient's address is no reference of FHIR;"
                                    + " give one such as Organization/17, or none");
                });
        String request =
                endpoint.createOnce(resources.serviceRequest(document), ReferralResources.SYSTEM, document.id());
        String task = endpoint.createOnce(resources.task(document, request), ReferralResources.SYSTEM, document.id());
        return new ReferralReceipt(task);
    }

    @Override
    public Optional<ReferralNews> news(Caller caller, String reference) {
        if (!TASK.matcher(reference).matches()) {
            throw new MedleyException(
                    ErrorCode.GATEWAY_FAILED,
                    "Asking the FHIR endpoint for news: what is asked for is no Task of it; was the referral sent"
                            + " through another gateway?");
        }
        return Optional.of(ReferralResources.news(endpoint.read(reference)));
    }
}
