package io.zmq4j.spring.autoconfigure;

import io.zmq4j.spring.Codecs;
import io.zmq4j.spring.Sockets;
import io.zmq4j.spring.listener.ListenerProcessor;
import io.zmq4j.spring.listener.ListenerSettings;
import io.zmq4j.spring.listener.ZmqListeners;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Methods with {@link io.zmq4j.spring.ZmqListener}. */
@AutoConfiguration(after = ZmqAutoConfiguration.class)
public final class ZmqListenerAutoConfiguration {

    @Bean
    ZmqListeners zmqListeners(
            ConfigurableListableBeanFactory beans,
            Sockets sockets,
            Codecs codecs,
            ZmqProperties properties,
            Environment environment) {
        var listener = properties.listener();
        var settings = new ListenerSettings(
                listener.autoStartup(),
                listener.grace(),
                listener.deadLetters(),
                Threading.VIRTUAL.isActive(environment));
        return new ZmqListeners(beans, sockets, codecs, settings);
    }

    @Bean
    static ListenerProcessor zmqListenerProcessor(ObjectProvider<ZmqListeners> listeners) {
        return new ListenerProcessor(listeners);
    }
}
