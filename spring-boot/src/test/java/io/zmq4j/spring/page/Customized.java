package io.zmq4j.spring.page;

import io.zmq4j.message.Message;
import io.zmq4j.spring.ContextBuilderCustomizer;
import io.zmq4j.spring.SocketCustomizer;
import io.zmq4j.spring.ZmqErrorHandler;
import io.zmq4j.spring.ZmqListener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans that change what the properties make. */
@Configuration(proxyBeanMethods = false)
class Customized {
    private static final Log log = LogFactory.getLog(Customized.class);

    static class SoldOutException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String item;

        SoldOutException(String item) {
            super(item);
            this.item = item;
        }

        String item() {
            return item;
        }
    }

    @ZmqListener("orders")
    String take(String item) {
        throw new SoldOutException(item);
    }

    @Bean
    ContextBuilderCustomizer ownThreads() {
        return builder -> builder.threadFactory(Thread::new);
    }

    @Bean
    SocketCustomizer watched() {
        return socket -> socket.onEvent(event -> log.info(socket.name() + ": " + event));
    }

    @Bean
    ZmqErrorHandler refusals() {
        return failed -> {
            if (failed.failure() instanceof SoldOutException soldOut) {
                return Message.of("", soldOut.item() + " is sold out");
            }
            throw new IllegalStateException(failed.failure());
        };
    }
}
