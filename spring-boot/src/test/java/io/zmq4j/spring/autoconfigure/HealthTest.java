package io.zmq4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.Socket;
import io.zmq4j.health.HealthCheck;
import io.zmq4j.health.Thresholds;
import io.zmq4j.spring.Application;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is wrong with sockets, in the health of the application. */
class HealthTest {
    @Configuration(proxyBeanMethods = false)
    static class AtOnce {
        @Bean
        HealthCheck impatient(Context context) {
            return HealthCheck.of(context, Thresholds.standard().withEndpointFailing(Duration.ZERO));
        }
    }

    private static ApplicationContextRunner application() {
        return Application.plain()
                .withConfiguration(AutoConfigurations.of(ZmqHealthAutoConfiguration.class))
                .withPropertyValues(
                        "zmq4j.sockets.required.type=push",
                        "zmq4j.sockets.required.connect=inproc://hub",
                        "zmq4j.sockets.required.health=required",
                        "zmq4j.sockets.reported.type=push",
                        "zmq4j.sockets.reported.connect=inproc://hub",
                        "zmq4j.sockets.ignored.type=push",
                        "zmq4j.sockets.ignored.health=ignored");
    }

    private static Health of(AssertableApplicationContext application, String socket) {
        CompositeHealthContributor zmq = application.getBean("zmqHealthContributor", CompositeHealthContributor.class);
        return ((HealthIndicator) zmq.getContributor(socket)).health();
    }

    @Test
    void anErrorIsDownForARequiredSocketAndADetailForOthers() {
        application().withUserConfiguration(AtOnce.class).run(application -> {
            assertThat(of(application, "required").getStatus()).isEqualTo(Status.DOWN);
            assertThat(of(application, "required").getDetails().get("findings"))
                    .asString()
                    .contains("PUSH \"required\" has not been connected to inproc://hub")
                    .doesNotContain("reported");
            assertThat(of(application, "reported").getStatus()).isEqualTo(Status.UP);
            assertThat(of(application, "reported").getDetails()).containsKey("findings");
        });
    }

    @Test
    void aSocketThatHasItsPeerIsUp() {
        application().withUserConfiguration(AtOnce.class).run(application -> {
            try (PullSocket hub = application.getBean(Context.class).pull()) {
                hub.bind("inproc://hub");
                assertThat(Application.becomes(() -> of(application, "required").getStatus() == Status.UP))
                        .isTrue();
                assertThat(of(application, "required").getDetails())
                        .containsEntry("type", "PUSH")
                        .containsEntry("peers", 1)
                        .doesNotContainKey("findings");
            }
        });
    }

    @Test
    void aRequiredSocketThatWasClosedIsDown() {
        application().run(application -> {
            application.getBean("required", Socket.class).close();
            assertThat(of(application, "required").getStatus()).isEqualTo(Status.DOWN);
        });
    }

    @Test
    void anIgnoredSocketIsNotInIt() {
        application()
                .run(application -> assertThat(application.getBean(CompositeHealthContributor.class).stream()
                                .map(entry -> entry.name())
                                .toList())
                        .isEqualTo(List.of("required", "reported")));
    }

    @Test
    void itCanBeSwitchedOff() {
        application()
                .withPropertyValues("management.health.zmq.enabled=false")
                .run(application -> assertThat(application).doesNotHaveBean(CompositeHealthContributor.class));
    }
}
