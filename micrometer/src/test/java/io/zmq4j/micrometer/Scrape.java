package io.zmq4j.micrometer;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Prometheus would read: each sample by name and labels.
 *
 * @param samples the values, by {@code name{label="value",…}}
 */
record Scrape(Map<String, Double> samples) {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z0-9_:]+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

    static Scrape of(PrometheusMeterRegistry registry) {
        Map<String, Double> samples = new LinkedHashMap<>();
        for (String line : registry.scrape().split("\n")) {
            Matcher matcher = SAMPLE.matcher(line);
            if (!line.startsWith("#") && matcher.matches()) {
                samples.put(line.substring(0, matcher.end() - matcher.group(3).length() - 1), number(matcher.group(3)));
            }
        }
        return new Scrape(samples);
    }

    private static double number(String text) {
        return text.equals("NaN") ? Double.NaN : Double.parseDouble(text);
    }

    /** Names of samples, with the labels that each has. */
    Map<String, Set<String>> labels() {
        Map<String, Set<String>> labels = new HashMap<>();
        for (String sample : samples.keySet()) {
            Set<String> of = labels.computeIfAbsent(sample.replaceAll("\\{.*", ""), name -> new HashSet<>());
            LABEL.matcher(sample).results().forEach(label -> of.add(label.group(1)));
        }
        return labels;
    }

    /** Of all the samples of this name with all of these labels, such as {@code socket="a"}. */
    double sum(String name, String... labels) {
        List<String> wanted = Arrays.asList(labels);
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(name + "{"))
                .filter(sample -> wanted.stream().allMatch(sample.getKey()::contains))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
