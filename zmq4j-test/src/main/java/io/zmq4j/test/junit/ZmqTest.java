package io.zmq4j.test.junit;

import io.zmq4j.event.DropReason;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of this class, or this test, may have parameters of the types {@link io.zmq4j.Context}, {@link io.zmq4j.test.Peer} and {@link
 * io.zmq4j.PullSocket} or another socket, also in {@code @BeforeEach}, {@code @AfterEach} and the constructor.
 *
 * <pre>{@code
 * @ZmqTest
 * class OrderServiceTest {
 *     @Test
 *     void buys(Context context, Peer server) {
 *         server.on("buy", "ok");
 *         assertThat(new OrderService(context, server.uri()).buy()).isEqualTo("ok");
 *     }
 * }
 * }</pre>
 *
 * <p>Each test has one context, and another peer or socket for each parameter: all of a {@link io.zmq4j.test.TestBed}, which is closed
 * after {@code @AfterEach}. So the test fails if the code under test leaves a socket of the context open, or if a message was lost.
 * What stands at a test goes before what stands at its class.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ZmqExtension.class)
public @interface ZmqTest {
    /** Whether the code under test may leave sockets open. */
    boolean mayLeaveSocketsOpen() default false;

    /** For which reasons messages may be lost. */
    DropReason[] mayDrop() default {};
}
