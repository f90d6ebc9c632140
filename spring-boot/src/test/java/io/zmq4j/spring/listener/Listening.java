package io.zmq4j.spring.listener;

import io.zmq4j.Context;
import io.zmq4j.PushSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.message.Message;
import io.zmq4j.spring.Application;
import io.zmq4j.spring.ZmqListener;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Small applications that listen: one that answers orders, one that takes jobs. */
final class Listening {
    private Listening() {}

    record Order(String item, int count) {}

    record Receipt(String item, int cents) {}

    static class Orders {
        @ZmqListener("orders")
        @Nullable
        Receipt take(Order order) {
            if (order.count() < 0) {
                throw new IllegalArgumentException("a secret of the house");
            }
            return order.count() == 0 ? null : new Receipt(order.item(), 5 * order.count());
        }
    }

    static class Jobs {
        final BlockingQueue<Object> taken = new LinkedBlockingQueue<>();

        @Nullable
        Object next() throws InterruptedException {
            return taken.poll(20, TimeUnit.SECONDS);
        }
    }

    static class Texts extends Jobs {
        @ZmqListener(socket = "jobs", deadLetters = "${dead:}")
        void take(String text) {
            if (text.startsWith("bad")) {
                throw new IllegalStateException(text);
            }
            taken.add(text);
        }
    }

    static ApplicationContextRunner serving(String type) {
        return Application.withJackson()
                .withBean(Orders.class)
                .withPropertyValues("zmq4j.sockets.orders.type=" + type, "zmq4j.sockets.orders.bind=inproc://orders");
    }

    static ApplicationContextRunner taking(Class<?> listener) {
        return Application.withJackson()
                .withBean(listener)
                .withPropertyValues(
                        "zmq4j.sockets.jobs.type=pull",
                        "zmq4j.sockets.jobs.bind=inproc://jobs",
                        "zmq4j.sockets.out.type=push",
                        "zmq4j.sockets.out.connect=inproc://jobs");
    }

    static Message ask(AssertableApplicationContext application, String request) {
        try (ReqSocket req = application.getBean(Context.class).req()) {
            req.connect("inproc://orders");
            return req.request(Message.of(request), Application.PATIENCE);
        }
    }

    static void send(AssertableApplicationContext application, String... messages) {
        for (String each : messages) {
            application.getBean("out", PushSocket.class).send(each);
        }
    }
}
