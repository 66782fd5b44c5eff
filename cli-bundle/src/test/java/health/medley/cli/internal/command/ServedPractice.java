package health.medley.cli.internal.command;

import health.medley.cli.internal.server.DemoServer;
import health.medley.core.Caller;
import health.medley.core.chart.ChartDelivery;
import health.medley.core.chart.ChartRegister;
import health.medley.core.practice.PracticeService;
import health.medley.core.store.StoreKeeper;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** What a demonstration puts on its server, written down. */
final class ServedPractice {

    final List<String> put = new ArrayList<>();

    DemoServer server() {
        return new DemoServer(port(StoreKeeper.class), port(PracticeService.class), port(ChartRegister.class));
    }

    private <T> T port(Class<T> contract) {
        Object port = Proxy.newProxyInstance(
                contract.getClassLoader(), new Class<?>[] {contract}, (self, method, arguments) -> {
                    String what = arguments[1] instanceof ChartDelivery delivery ? delivery.name() : "";
                    put.add(method.getName() + " " + what + " for " + ((Caller) arguments[0]).practice());
                    return null;
                });
        return contract.cast(port);
    }
}
