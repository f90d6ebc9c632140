package io.zmq4j.curve.cipher;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What an object, and every object of this module that it reaches, still holds in numbers. */
public final class Traces {
    private static final String MODULE = "io.zmq4j.curve";

    private Traces() {}

    /** Where something is that is not 0, by class and field, but for fields of these names. */
    public static List<String> of(Object root, String... innocent) throws IllegalAccessException {
        Set<String> known = Set.of(innocent);
        List<String> found = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            Object object = open.remove();
            if (!seen.add(object)) {
                continue;
            }
            for (Field field : object.getClass().getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                field.setAccessible(true);
                Object value = field.get(object);
                if (value != null && value.getClass().getName().startsWith(MODULE)) {
                    open.add(value);
                } else if (!known.contains(field.getName()) && !isZero(value)) {
                    found.add(object.getClass().getSimpleName() + "." + field.getName());
                }
            }
        }
        return found;
    }

    private static boolean isZero(Object value) {
        if (value instanceof Number number) {
            return number.longValue() == 0;
        }
        if (value == null || !value.getClass().isArray()) {
            return true;
        }
        for (int i = 0; i < Array.getLength(value); i++) {
            if (!isZero(Array.get(value, i))) {
                return false;
            }
        }
        return true;
    }
}
