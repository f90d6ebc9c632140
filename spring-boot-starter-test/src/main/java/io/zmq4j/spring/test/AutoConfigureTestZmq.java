package io.zmq4j.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Has each {@code tcp} endpoint of the properties at a free port on loopback, the same one for the same port, so that what the
 * application binds and connects finds each other, tests run beside each other, and nobody outside is reached.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureTestZmq
 * class OrdersTest {
 *     @Autowired ZmqTemplate zmq;
 *     …
 * }
 * }</pre>
 *
 * <p>Where a socket is, its {@link io.zmq4j.Socket#lastEndpoint} tells.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration
public @interface AutoConfigureTestZmq {}
