package io.zmq4j.examples.eight;

import io.zmq4j.Context;

/**
 * A publisher tells the news, and each subscriber hears the topic that it asked for.
 * Arguments: publisher ENDPOINT, or subscriber ENDPOINT TOPIC.
 */
public final class FilteredNews {
    public static void main(String[] args) throws InterruptedException {
        try (var context = Context.create()) {
            if (args[0].equals("publisher")) {
                var pub = context.pub();
                pub.bind(args[1]);
                for (int i = 0; ; i++) {
                    pub.send("sport", "goal " + i);
                    pub.send("weather", i + " degrees");
                    Thread.sleep(100);
                }
            } else {
                var sub = context.sub().subscribe(args[2]);
                sub.connect(args[1]);
                for (var news : sub.messages()) {
                    System.out.println(news.text(0) + ": " + news.text(1));
                }
            }
        }
    }
}
