package io.zmq4j.observed;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.zmq4j.Context;
import io.zmq4j.ReqSocket;
import io.zmq4j.management.Statistics;
import io.zmq4j.micrometer.ZmqMetrics;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import jdk.jfr.Recording;

/** One of the ways to look at a running program. Open as long as somebody looks, and asked each second. */
interface Look extends AutoCloseable {
    /** What it takes to look once. */
    void once() throws Exception;

    @Override
    void close();

    /** What can be looked through. */
    enum Kind {
        METERS,
        RECORDING,
        BEANS,
        ENDPOINT;

        Look open(List<Context> contexts) throws JMException {
            return switch (this) {
                case METERS -> new Meters(contexts);
                case RECORDING -> new Events();
                case BEANS -> new Beans();
                case ENDPOINT -> new Endpoint(contexts);
            };
        }
    }

    /** Meters of all sockets, and a scrape of them. */
    final class Meters implements Look {
        private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        private final List<ZmqMetrics> metrics = new ArrayList<>();

        private Meters(List<Context> contexts) {
            for (Context context : contexts) {
                var each = new ZmqMetrics(context);
                each.bindTo(registry);
                metrics.add(each);
            }
        }

        @Override
        public void once() {
            registry.scrape();
        }

        @Override
        public void close() {
            metrics.forEach(ZmqMetrics::close);
            registry.close();
        }
    }

    /** A recording of all our events, which asks for nothing. */
    final class Events implements Look {
        private final Recording recording = new Recording(Map.of());

        private Events() {
            recording.start();
        }

        @Override
        public void once() {}

        @Override
        public void close() {
            recording.close();
        }
    }

    /** Every attribute of every bean. */
    final class Beans implements Look {
        private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

        private Beans() throws JMException {
            if (!server.isRegistered(Statistics.NAME)) {
                server.createMBean(Statistics.class.getName(), Statistics.NAME);
            }
        }

        @Override
        public void once() throws JMException {
            for (ObjectName name : server.queryNames(new ObjectName("io.zmq4j:*"), null)) {
                MBeanAttributeInfo[] all = server.getMBeanInfo(name).getAttributes();
                var names = new String[all.length];
                for (int i = 0; i < all.length; i++) {
                    names[i] = all[i].getName();
                }
                server.getAttributes(name, names);
            }
        }

        /** The beans stay: a server that was looked at once has them. */
        @Override
        public void close() {}
    }

    /** The snapshot of each context, as an endpoint serves it. */
    final class Endpoint implements Look {
        private static final Duration PATIENCE = Duration.ofSeconds(20);

        private final Context own = Context.create();
        private final List<ReqSocket> viewers = new ArrayList<>();
        private final List<AutoCloseable> served = new ArrayList<>();

        private Endpoint(List<Context> contexts) {
            for (Context context : contexts) {
                var binding = context.serveStatistics("tcp://127.0.0.1:*");
                served.add(binding);
                ReqSocket viewer = own.req();
                viewer.connect(binding.uri());
                viewers.add(viewer);
            }
        }

        @Override
        public void once() {
            for (ReqSocket viewer : viewers) {
                viewer.send("stats 1");
                viewer.receive(PATIENCE).orElseThrow();
            }
        }

        @Override
        public void close() {
            own.close(Duration.ZERO);
            for (AutoCloseable each : served) {
                try {
                    each.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
