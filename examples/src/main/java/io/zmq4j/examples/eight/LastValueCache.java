package io.zmq4j.examples.eight;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.HashMap;

/**
 * A cache between publishers and subscribers: a subscriber that comes late gets the last value of its topic at once.
 * Arguments: cache PUBLISHERS-ENDPOINT SUBSCRIBERS-ENDPOINT, publisher ENDPOINT TOPIC VALUE, or subscriber ENDPOINT TOPIC.
 */
public final class LastValueCache {
    public static void main(String[] args) {
        try (var context = Context.create()) {
            if (args[0].equals("cache")) {
                var sub = context.sub().subscribe("");
                sub.bind(args[1]);
                var xpub = context.xpub().xpubVerbose(true);
                xpub.bind(args[2]);
                var poller = context.poller();
                var values = poller.onReadable(sub);
                var subscriptions = poller.onReadable(xpub);
                var cache = new HashMap<String, Message>();
                while (poller.poll()) {
                    if (values.isReady()) {
                        Message value = sub.receive();
                        cache.put(value.text(), value);
                        xpub.send(value);
                    }
                    if (subscriptions.isReady()) {
                        var subscription = xpub.receiveSubscription();
                        if (subscription.added() && cache.containsKey(subscription.text())) {
                            xpub.send(cache.get(subscription.text()));
                        }
                    }
                }
            } else if (args[0].equals("publisher")) {
                var pub = context.pub();
                pub.connect(args[1]);
                pub.awaitPeer(Duration.ofSeconds(30));
                pub.send(args[2], args[3]);
            } else {
                var sub = context.sub().subscribe(args[2]);
                sub.connect(args[1]);
                System.out.println(sub.receive().text(1));
            }
        }
    }
}
