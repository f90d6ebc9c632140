package io.zmq4j.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zmq4j.zmtp.wire.Metadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A null is told by the name of its argument, at once, whatever else is given. */
class NullsTest {
    private static final Map<Class<?>, Object> SOUND = Map.of(
            byte[].class,
            new byte[32],
            CharSequence.class,
            "0".repeat(40),
            CurveKeyPair.class,
            Keys.CLIENT,
            CurvePublicKey.class,
            Keys.SERVER.publicKey(),
            Metadata.class,
            new Metadata(),
            Map.class,
            Map.of(),
            Path.class,
            Path.of("nowhere"),
            boolean.class,
            true);

    private static final Map<Class<?>, Object> OBJECTS = Map.of(
            Curve.class, Curve.server(Keys.SERVER),
            CurveCertificate.class, CurveCertificate.of(Keys.CLIENT, Map.of()),
            CurveKeyPair.class, Keys.CLIENT,
            CurvePublicKey.class, Keys.SERVER.publicKey());

    @Test
    void everyNullIsToldByItsName() {
        int tried = 0;
        for (Class<?> type : List.of(Curve.class, CurveCertificate.class, CurveKeyPair.class, CurvePublicKey.class)) {
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && !method.getName().equals("equals")) {
                    tried += tryNulls(type, method);
                }
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(15);
    }

    private static int tryNulls(Class<?> type, Method method) {
        Parameter[] parameters = method.getParameters();
        int tried = 0;
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].getType().isPrimitive()) {
                continue;
            }
            Object[] arguments = Arrays.stream(parameters)
                    .map(each -> SOUND.get(each.getType()))
                    .toArray();
            assertThat(arguments).as("%s", method).doesNotContainNull();
            arguments[i] = null;
            Throwable thrown = catchThrowable(() -> method.invoke(OBJECTS.get(type), arguments));
            assertThat(thrown).as("%s", method).isInstanceOf(InvocationTargetException.class);
            assertThat(thrown.getCause())
                    .as("%s", method)
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage(parameters[i].getName());
            tried++;
        }
        return tried;
    }
}
