package io.zmq4j.spring.autoconfigure;

import io.zmq4j.codec.Codec;
import io.zmq4j.jackson.JsonCodec;
import io.zmq4j.spring.CodecSource;
import java.lang.reflect.Type;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON for every type that nobody else has a codec for, as the application's mapper writes it. */
@AutoConfiguration(after = {ZmqAutoConfiguration.class, JacksonAutoConfiguration.class})
@ConditionalOnClass({JsonCodec.class, JsonMapper.class})
@ConditionalOnBean(JsonMapper.class)
public final class ZmqJacksonAutoConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    CodecSource zmqJsonCodecs(JsonMapper mapper) {
        return type -> codec(mapper, type.getType());
    }

    private static Codec<?> codec(JsonMapper mapper, Type type) {
        return JsonCodec.of(mapper, new TypeReference<Object>() {
            @Override
            public Type getType() {
                return type;
            }
        });
    }
}
