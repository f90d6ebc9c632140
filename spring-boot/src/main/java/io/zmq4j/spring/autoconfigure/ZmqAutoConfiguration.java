package io.zmq4j.spring.autoconfigure;

import io.zmq4j.Context;
import io.zmq4j.ContextBuilder;
import io.zmq4j.options.SocketDefaults;
import io.zmq4j.options.SocketOption;
import io.zmq4j.security.Authenticator;
import io.zmq4j.spring.CodecSource;
import io.zmq4j.spring.Codecs;
import io.zmq4j.spring.ContextBuilderCustomizer;
import io.zmq4j.spring.EndpointResolver;
import io.zmq4j.spring.SocketCustomizer;
import io.zmq4j.spring.Sockets;
import io.zmq4j.spring.ZmqTemplate;
import java.util.Map;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** A context, the sockets of the properties, and a template. */
@AutoConfiguration
@EnableConfigurationProperties(ZmqProperties.class)
@Import(SocketRegistrar.class)
public final class ZmqAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Context zmqContext(
            ZmqProperties properties, ObjectProvider<ContextBuilderCustomizer> customizers, Environment environment) {
        ContextBuilder builder = Context.builder().ioLoops(properties.context().ioLoops());
        String name = properties.context().name();
        String application = environment.getProperty("spring.application.name", "");
        if (name != null || !application.isEmpty()) {
            builder.name(name != null ? name : application);
        }
        builder.sockets(all -> defaults(all, properties.options()));
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    private static void defaults(SocketDefaults all, Map<String, String> options) {
        options.forEach((key, text) -> {
            SocketOption<?> option = SocketFactory.option(key, "zmq4j.options.");
            try {
                all.set(option.name(), OptionText.plain(option, text));
            } catch (IllegalArgumentException e) {
                throw new InvalidPropertyException(
                        "zmq4j.options." + key,
                        SocketFactory.message(e),
                        "Give " + option.name() + " a value that is allowed. It is: " + option.description() + ".",
                        e);
            }
        });
    }

    @Bean
    ContextLifecycle zmqContextLifecycle(
            Context context, ZmqProperties properties, ConfigurableApplicationContext application) {
        return new ContextLifecycle(context, properties.context().closeTimeout(), application);
    }

    /** It decides about peers as soon as there are sockets: so it is started before the first. */
    @Bean
    SocketFactory zmqSocketFactory(
            Context context,
            ZmqProperties properties,
            ObjectProvider<Authenticator> authenticators,
            ObjectProvider<SocketCustomizer> customizers,
            ObjectProvider<EndpointResolver> resolvers) {
        authenticators.forEach(started -> {});
        EndpointResolver resolver = resolvers.getIfAvailable(() -> endpoint -> endpoint);
        return new SocketFactory(context, customizers.orderedStream().toList(), resolver);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAuthenticator
    Authenticator zmqAuthenticator(Context context, ZmqProperties properties) {
        return AuthenticatorFactory.start(context, properties.authenticator());
    }

    @Bean
    Sockets zmqSockets(ListableBeanFactory beans) {
        return new Sockets(beans);
    }

    @Bean
    @ConditionalOnMissingBean
    Codecs zmqCodecs(ObjectProvider<CodecSource> sources) {
        return new Codecs(sources.orderedStream().toList());
    }

    /** Before JSON, which takes every type. */
    @Bean
    @Order(0)
    CodecSource zmqCodecBeans(ListableBeanFactory beans) {
        return new CodecBeans(beans);
    }

    @Bean
    @ConditionalOnMissingBean
    ZmqTemplate zmqTemplate(Sockets sockets, Codecs codecs, ZmqProperties properties) {
        return new ZmqTemplate(
                sockets,
                codecs,
                properties.template().sendTimeout(),
                properties.template().requestTimeout());
    }
}
