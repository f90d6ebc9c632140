package io.zmq4j.spring.listener;

import io.zmq4j.codec.Codec;
import io.zmq4j.error.DecodeException;
import io.zmq4j.message.Message;
import io.zmq4j.spring.Codecs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A bean's method as what takes messages: one parameter has the whole message, several have a frame each, and a {@link Message} as
 * the last of several has the frames that are left. Any thread.
 */
final class ListenerMethod {
    private final Object bean;
    private final Method method;
    private final List<Codec<Object>> parameters = new ArrayList<>();
    private final boolean takesRest;
    private final @Nullable Codec<Object> reply;

    /** @throws IllegalArgumentException if a type has no codec, or there is no parameter */
    ListenerMethod(Object bean, Method method, Codecs codecs) {
        this.bean = bean;
        this.method = method;
        Type[] types = method.getGenericParameterTypes();
        if (types.length == 0) {
            throw new IllegalArgumentException("it has no parameter: one takes the message, several take a frame each");
        }
        for (Type type : types) {
            parameters.add(codecs.of(boxed(type)));
        }
        takesRest = types.length > 1 && types[types.length - 1] == Message.class;
        reply = returnsNothing() ? null : codecs.of(boxed(method.getGenericReturnType()));
        ReflectionUtils.makeAccessible(method);
    }

    private static Type boxed(Type type) {
        return type instanceof Class<?> plain ? ClassUtils.resolvePrimitiveIfNecessary(plain) : type;
    }

    boolean returnsNothing() {
        return method.getReturnType() == void.class || method.getReturnType() == Void.class;
    }

    /**
     * What the method says to a message; an empty frame if it says nothing.
     *
     * @throws DecodeException if the message is not what the method takes
     * @throws Exception what the method throws
     */
    Message call(Message message) throws Exception {
        Object returned;
        try {
            returned = method.invoke(bean, arguments(message));
        } catch (InvocationTargetException e) {
            ReflectionUtils.rethrowException(e.getTargetException());
            throw e;
        }
        return reply == null || returned == null ? Message.empty() : reply.encode(returned);
    }

    private Object[] arguments(Message message) {
        int count = parameters.size();
        if (count == 1) {
            return new Object[] {parameters.get(0).decode(message)};
        }
        if (takesRest ? message.frameCount() < count : message.frameCount() != count) {
            throw new DecodeException(
                    this + " takes " + (takesRest ? "at least " : "") + count + " frames, not " + message.summary(),
                    message);
        }
        var arguments = new Object[count];
        for (int i = 0; i < count; i++) {
            boolean isRest = takesRest && i == count - 1;
            arguments[i] = parameters.get(i).decode(isRest ? message.from(i) : Message.wrap(message.array(i)));
        }
        return arguments;
    }

    /** The method, for people. */
    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
