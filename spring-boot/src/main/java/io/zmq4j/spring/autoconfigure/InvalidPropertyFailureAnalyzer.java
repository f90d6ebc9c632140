package io.zmq4j.spring.autoconfigure;

import java.util.Objects;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says of a wrong property which one it is, where it stands, what is wrong with it, and what to do. */
final class InvalidPropertyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidPropertyException> {
    private final Environment environment;

    InvalidPropertyFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidPropertyException cause) {
        return new FailureAnalysis(
                "The property " + cause.property() + place(cause.property()) + " cannot be used: " + cause.reason(),
                cause.action(),
                cause);
    }

    private String place(String property) {
        ConfigurationPropertyName name = ConfigurationPropertyName.adapt(property, '.');
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(name))
                .filter(Objects::nonNull)
                .findFirst()
                .map(found -> found.getOrigin() == null ? "" : ", from " + found.getOrigin() + ",")
                .orElse("");
    }
}
