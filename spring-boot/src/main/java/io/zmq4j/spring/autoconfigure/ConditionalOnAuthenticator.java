package io.zmq4j.spring.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** If anything is said under {@code zmq4j.authenticator}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnAuthenticator.IsConfigured.class)
@interface ConditionalOnAuthenticator {
    /** Looks at the properties. */
    final class IsConfigured extends SpringBootCondition {
        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            boolean isBound = Binder.get(context.getEnvironment())
                    .bind("zmq4j.authenticator", Bindable.of(ZmqProperties.AuthenticatorProperties.class))
                    .isBound();
            return new ConditionOutcome(
                    isBound, ConditionMessage.of("zmq4j.authenticator is " + (isBound ? "" : "not ") + "set"));
        }
    }
}
