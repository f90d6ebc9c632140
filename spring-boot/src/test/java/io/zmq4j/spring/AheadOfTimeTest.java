package io.zmq4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.spring.autoconfigure.ZmqAutoConfiguration;
import io.zmq4j.spring.autoconfigure.ZmqJacksonAutoConfiguration;
import io.zmq4j.spring.autoconfigure.ZmqListenerAutoConfiguration;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.javapoet.ClassName;

/** What is generated for native images and for faster starts: it compiles, and the application works with it. */
class AheadOfTimeTest {
    /** They are known when the application starts, and not before. */
    private static final Map<String, Object> PROPERTIES = Map.of(
            "zmq4j.sockets.orders.type", "rep",
            "zmq4j.sockets.orders.bind", "inproc://orders",
            "zmq4j.sockets.ask.type", "req",
            "zmq4j.sockets.ask.connect", "inproc://orders");

    public record Order(String item) {}

    /** Answers. */
    public static class Orders {
        @ZmqListener("orders")
        public Order take(Order order) {
            return new Order(order.item() + "!");
        }
    }

    /** The application. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        ZmqAutoConfiguration.class,
        ZmqJacksonAutoConfiguration.class,
        ZmqListenerAutoConfiguration.class
    })
    public static class Shop {
        @Bean
        public Orders takeOrders() {
            return new Orders();
        }
    }

    @TempDir
    Path directory;

    @Test
    @Timeout(180)
    void theGeneratedApplicationAnswersAndItsHintsHaveTheListener() throws Exception {
        var source = new AnnotationConfigApplicationContext();
        source.register(Shop.class);
        var files = new FileSystemGeneratedFiles(this::place);
        var generation = new DefaultGenerationContext(new ClassNameGenerator(ClassName.get(Shop.class)), files);
        ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(source, generation);
        generation.writeGeneratedContent();

        assertThat(generation.getRuntimeHints())
                .matches(RuntimeHintsPredicates.reflection().onMethodInvocation(Orders.class, "take"))
                .matches(RuntimeHintsPredicates.reflection().onType(Order.class));

        compile();
        assertThat(run(initializer)).isEqualTo("tea!");
    }

    private void compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-cp",
                classPath(),
                "-d",
                place(GeneratedFiles.Kind.CLASS).toString()));
        try (var sources = Files.walk(place(GeneratedFiles.Kind.SOURCE))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        Files.createDirectories(place(GeneratedFiles.Kind.CLASS));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    /** With classes of its own, so that what is generated shares packages with what it is for. */
    private String run(ClassName initializer) throws Exception {
        List<URL> urls = new ArrayList<>(List.of(
                place(GeneratedFiles.Kind.CLASS).toUri().toURL(),
                place(GeneratedFiles.Kind.RESOURCE).toUri().toURL()));
        for (String each : classPath().split(File.pathSeparator)) {
            urls.add(Path.of(each).toUri().toURL());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            return (String) loader.loadClass(Asking.class.getName())
                    .getMethod("ask", String.class, Map.class)
                    .invoke(null, initializer.canonicalName(), PROPERTIES);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Starts the generated application, in the class loader that has it. */
    public static final class Asking {
        private Asking() {}

        @SuppressWarnings("unchecked") // What is generated is one for every application context.
        public static String ask(String initializer, Map<String, Object> properties) throws Exception {
            try (var application = new GenericApplicationContext()) {
                application.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
                ((ApplicationContextInitializer<GenericApplicationContext>) Class.forName(
                                        initializer,
                                        true,
                                        Thread.currentThread().getContextClassLoader())
                                .getDeclaredConstructor()
                                .newInstance())
                        .initialize(application);
                application.refresh();
                application.getBean(Context.class);
                return application
                        .getBean(ZmqTemplate.class)
                        .request("ask", new Order("tea"), Order.class)
                        .item();
            }
        }
    }

    private Path place(GeneratedFiles.Kind kind) {
        return directory.resolve(
                switch (kind) {
                    case SOURCE -> "sources";
                    case RESOURCE -> "resources";
                    case CLASS -> "classes";
                });
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
