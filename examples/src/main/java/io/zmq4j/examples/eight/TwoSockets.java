package io.zmq4j.examples.eight;

import io.zmq4j.Context;
import java.time.Duration;

/**
 * One thread waits for tasks and news at the same time, until neither has come for two seconds.
 * Arguments: source TASKS-ENDPOINT NEWS-ENDPOINT, or watcher TASKS-ENDPOINT NEWS-ENDPOINT.
 */
public final class TwoSockets {
    public static void main(String[] args) throws InterruptedException {
        try (var context = Context.create()) {
            if (args[0].equals("source")) {
                var push = context.push();
                push.bind(args[1]);
                var pub = context.pub();
                pub.bind(args[2]);
                for (int i = 0; ; i++) {
                    push.send("task " + i);
                    pub.send("news " + i);
                    Thread.sleep(100);
                }
            } else {
                var pull = context.pull();
                pull.connect(args[1]);
                var sub = context.sub().subscribe("");
                sub.connect(args[2]);
                var poller = context.poller();
                var tasks = poller.onReadable(pull);
                var news = poller.onReadable(sub);
                while (poller.poll(Duration.ofSeconds(2))) {
                    if (tasks.isReady()) {
                        System.out.println(pull.receiveText());
                    }
                    if (news.isReady()) {
                        System.out.println(sub.receiveText());
                    }
                }
                System.out.println("silence");
            }
        }
    }
}
