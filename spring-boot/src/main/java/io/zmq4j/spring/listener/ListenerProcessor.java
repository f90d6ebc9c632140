package io.zmq4j.spring.listener;

import io.zmq4j.spring.ZmqListener;
import java.lang.reflect.Method;
import java.util.Map;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/** Finds the methods with {@link ZmqListener} in the beans, while they are made. */
public final class ListenerProcessor implements BeanPostProcessor {
    private final ObjectProvider<ZmqListeners> listeners;

    /** The listeners are made with the first method. */
    public ListenerProcessor(ObjectProvider<ZmqListeners> listeners) {
        this.listeners = listeners;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        Class<?> type = ClassUtils.getUserClass(AopUtils.getTargetClass(bean));
        if (AnnotationUtils.isCandidateClass(type, ZmqListener.class)) {
            Map<Method, ZmqListener> methods =
                    MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<ZmqListener>)
                            method -> AnnotatedElementUtils.findMergedAnnotation(method, ZmqListener.class));
            methods.forEach((method, annotation) -> {
                Method callable = AopUtils.selectInvocableMethod(method, bean.getClass());
                listeners.getObject().add(bean, callable, annotation);
            });
        }
        return bean;
    }
}
