package io.zmq4j.test.junit;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.test.Peer;
import io.zmq4j.test.TestBed;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link ZmqTest} stands for. A test without parameters of ours has no test bed. */
public final class ZmqExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(ZmqExtension.class);

    /** For JUnit. */
    public ZmqExtension() {}

    /** So that what a constructor asks for is of the test that the instance is made for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        boolean isSocket = Socket.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
        return type == Context.class || type == Peer.class || isSocket;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        if (test.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    parameter.getParameter()
                            + " is of one test: ask for it there, in @BeforeEach, or in the constructor of an instance per method");
        }
        TestBed bed = bed(test);
        Class<?> type = parameter.getParameter().getType();
        if (type == Context.class) {
            return bed.context();
        }
        if (type == Peer.class) {
            return parameter.isAnnotated(Inproc.class) ? bed.inprocPeer() : bed.peer();
        }
        return bed.socket(type.asSubclass(Socket.class));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        TestBed bed = store(test).remove(TestBed.class, TestBed.class);
        if (bed != null) {
            bed.close();
        }
    }

    private static TestBed bed(ExtensionContext test) {
        TestBed bed = store(test).get(TestBed.class, TestBed.class);
        if (bed == null) {
            bed = made(settings(test));
            store(test).put(TestBed.class, bed);
        }
        return bed;
    }

    private static TestBed made(Optional<ZmqTest> settings) {
        var bed = new TestBed();
        settings.ifPresent(says -> {
            bed.mayDrop(says.mayDrop());
            if (says.mayLeaveSocketsOpen()) {
                bed.mayLeaveSocketsOpen();
            }
        });
        return bed;
    }

    private static Optional<ZmqTest> settings(ExtensionContext test) {
        return AnnotationSupport.findAnnotation(test.getTestMethod(), ZmqTest.class)
                .or(() -> AnnotationSupport.findAnnotation(
                        test.getRequiredTestClass(), ZmqTest.class, test.getEnclosingTestClasses()));
    }

    private static Store store(ExtensionContext test) {
        return test.getStore(NAMESPACE);
    }
}
