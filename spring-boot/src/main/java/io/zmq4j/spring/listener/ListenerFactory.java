package io.zmq4j.spring.listener;

import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.spring.Codecs;
import io.zmq4j.spring.Sockets;
import io.zmq4j.spring.ZmqErrorHandler;
import io.zmq4j.spring.ZmqListener;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Makes a listener of a method with {@link ZmqListener}: reads the annotation, and looks up what it names. */
final class ListenerFactory {
    private final ConfigurableListableBeanFactory beans;
    private final Sockets sockets;
    private final Codecs codecs;
    private final ListenerSettings settings;

    ListenerFactory(ConfigurableListableBeanFactory beans, Sockets sockets, Codecs codecs, ListenerSettings settings) {
        this.beans = beans;
        this.sockets = sockets;
        this.codecs = codecs;
        this.settings = settings;
    }

    /** @throws InvalidListenerException if the method cannot be a listener, or something is not there that it names */
    Listener listener(Object bean, Method method, ZmqListener annotation) {
        try {
            String name = text(annotation.socket());
            if (name.isEmpty()) {
                throw new IllegalArgumentException("it names no socket: @ZmqListener(\"orders\")");
            }
            var called = new ListenerMethod(bean, method, codecs);
            Socket socket = sockets.get(name);
            boolean isServed = socket instanceof RepSocket || socket instanceof RouterSocket;
            var failures =
                    new Failures(called.toString(), name, errorHandler(annotation), deadLetters(annotation), isServed);
            return new Listener(called, socket, failures, concurrency(annotation), threads(name));
        } catch (IllegalArgumentException e) {
            String where = method.getDeclaringClass().getName() + "." + method.getName();
            throw new InvalidListenerException(where, String.valueOf(e.getMessage()), e);
        }
    }

    private String text(String attribute) {
        String resolved = beans.resolveEmbeddedValue(attribute);
        return resolved == null ? "" : resolved.strip();
    }

    /** 0 if it is not said. */
    private int concurrency(ZmqListener annotation) {
        String text = text(annotation.concurrency());
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("concurrency is \"" + text + "\": a number from 1 to 999999 is allowed");
        }
        return Integer.parseInt(text);
    }

    private @Nullable ZmqErrorHandler errorHandler(ZmqListener annotation) {
        String name = text(annotation.errorHandler());
        if (name.isEmpty()) {
            return beans.getBeanProvider(ZmqErrorHandler.class).getIfUnique();
        }
        if (!beans.containsBean(name) || !beans.isTypeMatch(name, ZmqErrorHandler.class)) {
            throw new IllegalArgumentException("there is no bean \"" + name + "\" that is a ZmqErrorHandler");
        }
        return beans.getBean(name, ZmqErrorHandler.class);
    }

    private @Nullable Sender deadLetters(ZmqListener annotation) {
        String own = text(annotation.deadLetters());
        String name = own.isEmpty() ? settings.deadLetters() : own;
        if (name.isEmpty()) {
            return null;
        }
        Sender sender = sockets.get(name, Sender.class);
        if (sender instanceof ReqSocket || sender instanceof RepSocket || sender instanceof RouterSocket) {
            throw new IllegalArgumentException("its dead letters cannot go to \"" + name + "\", a "
                    + ((Socket) sender).type() + ": a PUSH, DEALER, PAIR, PUB or XPUB can take them");
        }
        return sender;
    }

    private Executor threads(String socket) {
        String prefix = socket + "-listener-";
        if (settings.virtualThreads()) {
            var virtual = new SimpleAsyncTaskExecutor(prefix);
            virtual.setVirtualThreads(true);
            return virtual;
        }
        var factory = new CustomizableThreadFactory(prefix);
        factory.setDaemon(true);
        // As many as there are calls at once, which the listener bounds.
        return Executors.newCachedThreadPool(factory);
    }
}
