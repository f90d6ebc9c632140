package io.zmq4j.bench.broker;

import io.zmq4j.Context;
import io.zmq4j.Device;
import io.zmq4j.patterns.majordomo.MajordomoBroker;
import java.time.Duration;

/** Who stands between clients and workers. */
interface Middle extends AutoCloseable {
    String ANY_PORT = "tcp://127.0.0.1:*";

    /** More than any run takes: heartbeats are not what is measured. */
    Duration NEVER = Duration.ofHours(1);

    /** Where clients connect. */
    String frontend();

    /** Where workers connect. */
    String backend();

    @Override
    void close();

    /** The names are those on the command line. */
    enum Kind {
        /** A ROUTER and a DEALER, which look at nothing. */
        PROXY,
        /** The broker of the library. */
        MAJORDOMO,
        /** A broker as simple as the guide's, on JeroMQ. */
        GUIDE;

        Middle start(Context context) {
            return switch (this) {
                case PROXY -> proxy(context);
                case MAJORDOMO -> majordomo(context);
                case GUIDE -> GuideBroker.start();
            };
        }

        private static Middle proxy(Context context) {
            Device device = Device.queue(context, ANY_PORT, ANY_PORT).start();
            return new Bound(device.frontendEndpoint(), device.backendEndpoint(), device::close);
        }

        private static Middle majordomo(Context context) {
            MajordomoBroker broker = MajordomoBroker.start(context, ANY_PORT, it -> it.heartbeat(NEVER));
            return new Bound(broker.endpoint(), broker.endpoint(), broker::close);
        }
    }

    /** One that is ended by something. */
    record Bound(String frontend, String backend, Runnable end) implements Middle {
        @Override
        public void close() {
            end.run();
        }
    }
}
