package io.zmq4j.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.Context;
import io.zmq4j.codec.Codec;
import io.zmq4j.error.DecodeException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class JsonCodecTest {
    /** Public, as Jackson is another module. */
    public record Order(String item, int orderCount) {}

    private static final Codec<Order> ORDER = JsonCodec.of(Order.class);
    private static final Message TEA = Message.of("{\"item\":\"thé\",\"orderCount\":3}");

    @Test
    void valuesGoAsJsonInOneFrameAndComeBack() {
        Order order = new Order("thé", 3);

        assertThat(ORDER.encode(order)).isEqualTo(TEA);
        assertThat(ORDER.decode(TEA)).isEqualTo(order);
    }

    @Test
    void genericTypesKeepTheirParameters() {
        Codec<Map<String, List<Order>>> orders = JsonCodec.of(new TypeReference<Map<String, List<Order>>>() {});
        Map<String, List<Order>> value = Map.of("today", List.of(new Order("tea", 1)));

        assertThat(orders.decode(orders.encode(value))).isEqualTo(value);
    }

    @Test
    void anApplicationsMapperIsUsedAsItIs() {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();

        Message expected = Message.of("{\"item\":\"tea\",\"order_count\":1}");
        assertThat(JsonCodec.of(mapper, Order.class).encode(new Order("tea", 1)))
                .isEqualTo(expected);
        assertThat(JsonCodec.of(mapper, new TypeReference<Order>() {}).decode(expected))
                .isEqualTo(new Order("tea", 1));
    }

    @Test
    void numbersThatAreNoneGoAsInPython() {
        Codec<double[]> numbers = JsonCodec.of(double[].class);
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

        assertThat(numbers.encode(odd)).isEqualTo(Message.of("[NaN,Infinity,-Infinity]"));
        assertThat(numbers.decode(numbers.encode(odd))).containsExactly(odd);
    }

    @Test
    void whatIsNoSuchValueComesWithTheMessage() {
        for (String text : new String[] {"", "{", "3", "{\"orderCount\":\"many\"}", "null", TEA.text() + "x"}) {
            Message message = Message.of(text);
            assertThatThrownBy(() -> ORDER.decode(message))
                    .as(text)
                    .isInstanceOfSatisfying(
                            DecodeException.class,
                            failure -> assertThat(failure.received()).isSameAs(message))
                    .hasMessageContaining("JSON ")
                    .hasMessageContaining("Order");
        }
        assertThatThrownBy(() -> ORDER.decode(Message.of("{"))).hasCauseInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> ORDER.decode(TEA.append("more"))).hasMessageContaining("2 frames");
    }

    @Test
    void nestingWithoutEndIsUnreadable() {
        assertThatThrownBy(() -> JsonCodec.of(Object.class).decode(Message.of("[".repeat(1_000_000))))
                .isInstanceOf(DecodeException.class);
    }

    @Test
    void aNullArgumentIsNamed() {
        assertThatThrownBy(() -> JsonCodec.of((Class<?>) null)).hasMessage("type");
        assertThatThrownBy(() -> JsonCodec.of((TypeReference<?>) null)).hasMessage("type");
        assertThatThrownBy(() -> JsonCodec.of(null, Order.class)).hasMessage("mapper");
        assertThatThrownBy(() -> ORDER.encode(null)).hasMessage("value");
    }

    @Test
    void aSocketSendsAndReceivesValuesUnderATopic() {
        try (var context = Context.create();
                var push = context.push();
                var pull = context.pull()) {
            pull.bind("inproc://orders");
            push.connect("inproc://orders");
            Codec<Order> urgent = ORDER.underTopic("urgent");

            push.send(new Order("tea", 3), urgent);

            assertThat(pull.receive(Duration.ofSeconds(20), urgent)).contains(new Order("tea", 3));
        }
    }
}
