package health.medley.rest.internal.routes;

import health.medley.core.Permission;
import health.medley.core.coordination.LoggedContact;
import health.medley.core.coordination.Message;
import health.medley.core.coordination.MessageService;
import health.medley.core.coordination.NewMessage;
import health.medley.core.coordination.OfferedChannel;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Messages and calls with patients. */
@Component(service = MessageRoutes.class)
public final class MessageRoutes implements RouteSource {

    private static final String OF_PATIENT = "/api/patients/{patient}/messages";
    private static final String MESSAGE = "/api/messages/{id}";

    private final MessageService messages;

    /** Take the port. */
    @Activate
    public MessageRoutes(@Reference MessageService messages) {
        this.messages = messages;
    }

    @Override
    public List<Route> routes() {
        return List.of(list(), send(), log(), open(), retry(), read(), settle(), thread(), channels());
    }

    private Route list() {
        return Route.get("message-list", OF_PATIENT, "List a patient's messages and calls.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .paged()
                .givesList(Message.class)
                .by(call -> Reply.page(messages.messages(call.caller(), call.patient(), call.page()), call.page()));
    }

    private Route send() {
        return Route.post("message-send", OF_PATIENT, "Send a message to a patient or a caregiver.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(NewMessage.class)
                .makes(Message.class)
                .by(call -> Reply.of(messages.send(call.caller(), call.patient(), call.body(NewMessage.class))));
    }

    private Route log() {
        return Route.post(
                        "contact-log",
                        "/api/patients/{patient}/contacts",
                        "Log a call, or a message that came or went another way.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .takes(LoggedContact.class)
                .makes(Message.class)
                .by(call -> Reply.of(messages.log(call.caller(), call.patient(), call.body(LoggedContact.class))));
    }

    private Route open() {
        return Route.get("message-open", "/api/messages", "List the messages that wait for somebody, of all patients.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .paged()
                .givesList(Message.class)
                .by(call -> Reply.page(messages.open(call.caller(), call.page()), call.page()));
    }

    private Route retry() {
        return Route.post("message-retry", MESSAGE + "/retry", "Try again to deliver a message.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .gives(Message.class)
                .by(call -> Reply.of(messages.retry(call.caller(), call.path("id"), call.version())));
    }

    private Route read() {
        return Route.post("message-read", MESSAGE + "/read", "Note that a message was read.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .gives(Message.class)
                .by(call -> Reply.of(messages.read(call.caller(), call.path("id"), call.version())));
    }

    private Route settle() {
        return Route.post("message-settle", MESSAGE + "/settle", "Note that a message needs no answer any more.")
                .needs(Permission.WRITE_CARE)
                .ofPatients()
                .withVersion()
                .gives(Message.class)
                .by(call -> Reply.of(messages.settle(call.caller(), call.path("id"), call.version())));
    }

    private Route thread() {
        return Route.get("message-thread", "/api/threads/{id}", "List the messages of a thread.")
                .needs(Permission.READ_CARE)
                .ofPatients()
                .givesList(Message.class)
                .by(call -> Reply.list(messages.thread(call.caller(), call.path("id"))));
    }

    private Route channels() {
        return Route.get("channel-list", "/api/channels", "List the channels that messages can go by.")
                .needs(Permission.READ_CARE)
                .givesList(OfferedChannel.class)
                .by(call -> Reply.list(messages.channels(call.caller())));
    }
}
