package io.zmq4j.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.TypedReceiver;
import io.zmq4j.TypedSender;
import io.zmq4j.codec.Codec;
import io.zmq4j.error.DecodeException;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** The Java of the page about codecs stands here word for word, and runs. */
class CodecsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "codecs.md");
    private static final Path THIS = Path.of("src/test/java/io/zmq4j/jackson/CodecsPageTest.java");
    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    public record Order(String item, int count) {}

    static final Codec<Order> ORDER = JsonCodec.of(Order.class);
    static final Codec<List<Order>> ORDERS = JsonCodec.of(new TypeReference<List<Order>>() {});

    static final Codec<OrderProto> PROTO =
            Codec.of(order -> Message.wrap(order.toByteArray()), message -> OrderProto.parseFrom(message.bytes()));

    record Price(String symbol, long cents) {}

    static final Codec<Price> PRICE = Codec.<Price>of(
                    price -> Message.builder()
                            .text(price.symbol())
                            .int64(price.cents())
                            .build(),
                    message -> new Price(message.text(0), message.frame(1).int64()))
            .named("price");

    static final Codec<LocalDate> DATE = Codec.text().map(LocalDate::parse, LocalDate::toString);

    /** In the place of a class that protoc has made. */
    record OrderProto(String item) {
        byte[] toByteArray() {
            return item.getBytes(StandardCharsets.UTF_8);
        }

        static OrderProto parseFrom(byte[] bytes) throws IOException {
            return new OrderProto(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private final Context context = Context.create();
    private final PushSocket push = context.push();
    private final PullSocket pull = context.pull();
    private final PushSocket deadLetters = context.push();
    private final List<Order> booked = new ArrayList<>();
    private final Order order = new Order("tea", 3);

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    private void connect() {
        pull.bind("inproc://orders");
        push.connect("inproc://orders");
    }

    private void book(Order booking) {
        booked.add(booking);
    }

    @Test
    void socketsTakeCodecs() {
        connect();
        push.send(order, ORDER);
        Order next = pull.receive(ORDER);
        Optional<Order> soon = pull.receive(Duration.ofSeconds(1), ORDER);

        assertThat(next).isEqualTo(order);
        assertThat(soon).isEmpty();
    }

    @Test
    void viewsKeepTheCodec() {
        connect();
        TypedSender<Order> out = push.sending(ORDER);
        TypedReceiver<Order> in = pull.receiving(ORDER);
        out.send(order);
        Order again = in.receive();

        assertThat(again).isEqualTo(order);
    }

    @Test
    void formats() {
        assertThat(ORDERS.decode(ORDERS.encode(List.of(order)))).containsExactly(order);
        assertThat(PROTO.decode(PROTO.encode(new OrderProto("tea")))).isEqualTo(new OrderProto("tea"));
        assertThat(DATE.decode(Message.of("2026-11-29"))).isEqualTo(LocalDate.of(2026, 11, 29));
    }

    @Test
    void topics() {
        PubSocket pub = context.pub();
        SubSocket sub = context.sub();
        Price price = new Price("ABC", 1234);
        pub.bind("inproc://prices");
        sub.subscribe("stocks");
        sub.connect("inproc://prices");

        pub.send(price, PRICE.underTopic("stocks"));
        Price published = sub.receive(PRICE.underTopic("stocks"));

        assertThat(published).isEqualTo(price);
    }

    @Test
    void deadLetters() {
        connect();
        PullSocket dead = context.pull();
        dead.bind("inproc://dead");
        deadLetters.connect("inproc://dead");
        push.send("no JSON");
        try {
            book(pull.receive(ORDER));
        } catch (DecodeException e) {
            deadLetters.send(e.received());
        }

        assertThat(booked).isEmpty();
        assertThat(dead.receiveText(Duration.ofSeconds(20))).contains("no JSON");
    }

    @Test
    void everyBlockOfThePageStandsHere() throws IOException {
        String here = withoutLayout(Files.readString(THIS));
        List<String> blocks = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(blocks)
                .hasSizeGreaterThan(5)
                .allSatisfy(block -> assertThat(here).contains(withoutLayout(block)));
    }

    private static String withoutLayout(String source) {
        return source.replaceAll("\\s", "");
    }
}
