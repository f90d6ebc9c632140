package io.zmq4j.spring.autoconfigure;

import io.zmq4j.Socket;
import io.zmq4j.zmtp.SocketType;
import java.util.Map;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Makes each socket of the properties a bean of its name and of the class of its type. Public, as what is generated ahead of time calls
 * it from the package of the application.
 */
public final class SocketRegistrar implements BeanRegistrar {
    private static final Bindable<Map<String, SocketProperties>> SOCKETS =
            Bindable.mapOf(String.class, SocketProperties.class);

    /** For the framework. */
    public SocketRegistrar() {}

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        Binder.get(environment).bind("zmq4j.sockets", SOCKETS).orElse(Map.of()).forEach((name, properties) -> {
            SocketType type = SocketTypes.of(properties.type(), name);
            register(registry, name, properties, type, SocketTypes.classOf(type));
        });
    }

    private static <S extends Socket> void register(
            BeanRegistry registry, String name, SocketProperties properties, SocketType type, Class<S> face) {
        registry.registerBean(
                name,
                face,
                bean -> bean.description("zmq4j.sockets." + name)
                        .supplier(beans ->
                                face.cast(beans.bean(SocketFactory.class).open(name, properties, type))));
    }
}
