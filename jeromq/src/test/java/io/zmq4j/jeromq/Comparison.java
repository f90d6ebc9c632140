package io.zmq4j.jeromq;

import static java.util.stream.Collectors.joining;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiField;
import japicmp.model.JApiHasAccessModifier;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javassist.CtField;

/** Finds what is incompatible between two jars, in the binary or the source sense, among public and protected elements. */
final class Comparison {
    private final SortedSet<Change> changes = new TreeSet<>();

    private Comparison() {}

    static SortedSet<Change> of(byte[] old, byte[] present) {
        var options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        // JeroMQ's cryptography comes from another jar, which no signature of it shows.
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        var comparison = new Comparison();
        new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(old, "old", "0"), new JApiCmpArchive(present, "present", "1"))
                .forEach(comparison::add);
        return comparison.changes;
    }

    private void add(JApiClass type) {
        String name = type.getFullyQualifiedName();
        add(type, name);
        // Of a class that is gone nothing more need be said.
        if (type.getNewClass().isEmpty() || type.getOldClass().isEmpty()) {
            return;
        }
        add(type.getSuperclass(), name);
        type.getInterfaces().forEach(implemented -> add(implemented, name));
        type.getConstructors().forEach(constructor -> add(constructor, name));
        type.getMethods().forEach(method -> add(method, name));
        type.getFields().forEach(field -> add(field, name));
    }

    private void add(JApiCompatibility element, String name) {
        element.getCompatibilityChanges().stream()
                .filter(change -> !change.isBinaryCompatible() || !change.isSourceCompatible())
                .forEach(change -> changes.add(new Change(change.getType().name(), name)));
    }

    private void add(JApiBehavior behavior, String type) {
        if (isOfTheApi(behavior)) {
            add((JApiCompatibility) behavior, signature(type, behavior));
        }
    }

    private void add(JApiField field, String type) {
        if (isOfTheApi(field)) {
            String name = type + "." + field.getName();
            add((JApiCompatibility) field, name);
            if (!keepsItsConstant(field)) {
                changes.add(new Change(Change.CONSTANT_CHANGED, name));
            }
        }
    }

    /** What nobody outside of the package could reach is reported as well. */
    private static boolean isOfTheApi(JApiHasAccessModifier element) {
        return element.getAccessModifier()
                .getOldModifier()
                .map(access -> access.getLevel() >= AccessModifier.PROTECTED.getLevel())
                .orElse(true);
    }

    private static String signature(String type, JApiBehavior behavior) {
        return behavior.getParameters().stream()
                .map(parameter -> parameter.getType())
                .collect(joining(",", type + "." + behavior.getName() + "(", ")"));
    }

    /** Whether what a compiler has copied out of the old class is still so. A field that is gone is a change of its own. */
    private static boolean keepsItsConstant(JApiField field) {
        Optional<Object> old = field.getOldFieldOptional().map(CtField::getConstantValue);
        return old.isEmpty()
                || field.getNewFieldOptional().isEmpty()
                || old.equals(field.getNewFieldOptional().map(CtField::getConstantValue));
    }
}
