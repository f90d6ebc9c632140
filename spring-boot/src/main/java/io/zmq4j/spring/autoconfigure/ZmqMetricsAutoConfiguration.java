package io.zmq4j.spring.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.zmq4j.Context;
import io.zmq4j.micrometer.ZmqMetrics;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The meters of the context: a binder, which Boot binds to every registry of the application.
 *
 * <p>The names are those of the configurations that give a registry: they may not be there.
 */
@AutoConfiguration(
        after = ZmqAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        })
@ConditionalOnClass({MeterRegistry.class, ZmqMetrics.class})
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnBooleanProperty(name = "management.metrics.enable.zmq4j", matchIfMissing = true)
public final class ZmqMetricsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ZmqMetrics zmqMetrics(Context context) {
        return new ZmqMetrics(context);
    }
}
