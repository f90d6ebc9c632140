package io.zmq4j.discovery;

import io.zmq4j.Context;
import io.zmq4j.event.Registration;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.spi.Directory;
import io.zmq4j.transport.spi.DirectoryListener;
import java.time.Duration;
import java.util.List;

/** Who offers a service, heard by a node that only listens, with a context of its own for as long as somebody wants to know. */
record GossipDirectory(String text, List<String> seeds, String service, Duration interval) implements Directory {
    @Override
    public Registration watch(OptionValues options, DirectoryListener listener) {
        Context context = Context.builder().name("gossip").build();
        boolean isWatched = false;
        try {
            GossipBuilder builder =
                    Gossip.in(context).seeds(seeds.toArray(String[]::new)).interval(interval);
            builder.atEnd = () -> context.close(Duration.ZERO);
            Gossip gossip = builder.start();
            Registration watch = gossip.service(service).watch(options, listener);
            isWatched = true;
            return () -> {
                watch.close();
                gossip.closeSoon();
            };
        } finally {
            if (!isWatched) {
                context.close(Duration.ZERO);
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
