package io.zmq4j.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program to try the stage with: says its arguments, then what it hears. */
final class Parrot {
    private Parrot() {}

    public static void main(String[] args) throws IOException {
        List.of(args).forEach(System.out::println);
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); !"bye".equals(line); line = input.readLine()) {
            System.out.println("heard " + line);
        }
    }
}
