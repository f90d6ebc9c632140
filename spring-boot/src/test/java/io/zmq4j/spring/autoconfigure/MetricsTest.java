package io.zmq4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.zmq4j.PullSocket;
import io.zmq4j.micrometer.ZmqMetrics;
import io.zmq4j.spring.Application;
import io.zmq4j.spring.ZmqTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The meters of the context, where Micrometer is there. */
class MetricsTest {
    private static ApplicationContextRunner application() {
        return Application.plain()
                .withConfiguration(AutoConfigurations.of(
                        MetricsAutoConfiguration.class,
                        CompositeMeterRegistryAutoConfiguration.class,
                        SimpleMetricsExportAutoConfiguration.class,
                        ZmqMetricsAutoConfiguration.class))
                .withPropertyValues(
                        "zmq4j.sockets.in.type=pull",
                        "zmq4j.sockets.in.bind=inproc://work",
                        "zmq4j.sockets.out.type=push",
                        "zmq4j.sockets.out.connect=inproc://work");
    }

    @Test
    void whatSocketsDoIsInTheRegistryOfTheApplication() {
        application().run(application -> {
            application.getBean(ZmqTemplate.class).send("out", "tea");
            assertThat(application.getBean(PullSocket.class).receive(Application.PATIENCE))
                    .isPresent();
            MeterRegistry registry = application.getBean(MeterRegistry.class);
            assertThat(Application.becomes(() -> sent(registry) == 1)).isTrue();
        });
    }

    private static double sent(MeterRegistry registry) {
        var counter = registry.find("zmq4j.messages.sent").tag("socket", "out").functionCounter();
        return counter == null ? -1 : counter.count();
    }

    @Test
    void withoutARegistryOrTheModuleThereIsNothing() {
        Application.plain()
                .withConfiguration(AutoConfigurations.of(ZmqMetricsAutoConfiguration.class))
                .run(application -> assertThat(application).hasNotFailed().doesNotHaveBean(ZmqMetrics.class));
        application()
                .withClassLoader(new FilteredClassLoader(ZmqMetrics.class))
                .run(application -> assertThat(application).hasNotFailed().doesNotHaveBean("zmqMetrics"));
        application()
                .withPropertyValues("management.metrics.enable.zmq4j=false")
                .run(application -> assertThat(application).hasNotFailed().doesNotHaveBean(ZmqMetrics.class));
    }
}
