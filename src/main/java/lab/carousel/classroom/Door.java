package lab.carousel.classroom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.live.DoorProgress;
import lab.carousel.lesson.live.DoorState;

/**
 * Who is in a class: as many as its teacher expects, so that one device cannot take the places of all. Others wait until there is
 * room for them. Each has an id that the door has given, which nobody else can guess, and who is in has a number, which its phone
 * shows. Any thread may use it.
 */
final class Door {

    private static final long RECENT_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_WAITING = 2_000;

    private final LongSupplier nanoTime;
    private final Supplier<String> ids;
    /** Ids in the order in which they came; the number of each is its place, from 1. */
    private final List<String> came = new ArrayList<>();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Long> since = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();
    /** Ids with which nobody has come yet, in the order in which they were given. */
    private final Set<String> given = new LinkedHashSet<>();
    /** Ids with the time at which they came last. */
    private final Map<String, Long> waiting = new HashMap<>();

    private int expected = LiveClass.EXPECTED;
    private boolean isShut;

    /** @param ids each gives another one */
    Door(LongSupplier nanoTime, Supplier<String> ids) {
        this.nanoTime = nanoTime;
        this.ids = ids;
    }

    /** Lets in who was in before. */
    synchronized void goOn(DoorProgress before) {
        before.came().forEach(this::add);
        dropped.addAll(before.dropped());
        expected = before.expected();
        isShut = before.isShut();
    }

    synchronized DoorProgress progress() {
        return new DoorProgress(
                expected, isShut, came, dropped.stream().sorted().toList());
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private void add(String id) {
        if (numbers.putIfAbsent(key(id), came.size() + 1) == null) {
            came.add(key(id));
        }
    }

    /** Lets in whose answers are here already. */
    synchronized void letIn(String id) {
        add(id);
    }

    /**
     * Lets in who comes with an id that was given here, if there is room; others wait. Who has none is given one first: whoever
     * only takes ids takes no places.
     *
     * @return the id by which the phone is known from now on
     */
    synchronized String come(String id) {
        String who = key(id);
        if (numbers.containsKey(who)) {
            return who;
        }
        if (!given.remove(who) && !waiting.containsKey(who)) {
            return give();
        }
        if (!isShut && inside() < expected) {
            waiting.remove(who);
            add(who);
            since.put(who, nanoTime.getAsLong());
        } else if (waiting.size() < MOST_WAITING || waiting.containsKey(who)) {
            waiting.put(who, nanoTime.getAsLong());
        } else {
            given.add(who);
        }
        return who;
    }

    private String give() {
        String who = ids.get();
        given.add(who);
        if (given.size() > MOST_WAITING) {
            given.remove(given.iterator().next());
        }
        return who;
    }

    /** Whether an id was given with which nobody has come yet. */
    synchronized boolean isNew(String id) {
        return given.contains(key(id));
    }

    boolean isIn(String id) {
        return number(id).isPresent();
    }

    /** The number of somebody who is in. */
    synchronized OptionalInt number(String id) {
        String who = key(id);
        return numbers.containsKey(who) && !dropped.contains(who)
                ? OptionalInt.of(numbers.get(who))
                : OptionalInt.empty();
    }

    synchronized boolean isDropped(String id) {
        return dropped.contains(key(id));
    }

    private int inside() {
        return came.size() - dropped.size();
    }

    /** Has room for more, who are let in when they ask next. */
    synchronized void expectMore() {
        expected = Math.min(ClassAnswers.MOST_SHEETS, Math.max(expected, inside()) + LiveClass.MORE);
        isShut = false;
    }

    synchronized void expect(int students) {
        expected = students;
    }

    synchronized void setShut(boolean shut) {
        isShut = shut;
    }

    /** Sends the one with a number out; gives the ids of those who were. */
    synchronized List<String> drop(int number) {
        return drop(List.of(came.get(number - 1)));
    }

    /** Sends all out who came within the last minute, and shuts the door. */
    synchronized List<String> dropRecent() {
        isShut = true;
        return drop(recent());
    }

    private List<String> drop(List<String> ids) {
        dropped.addAll(ids);
        ids.forEach(since::remove);
        return ids;
    }

    private List<String> recent() {
        long now = nanoTime.getAsLong();
        since.values().removeIf(time -> now - time > RECENT_NANOS);
        return List.copyOf(since.keySet());
    }

    synchronized DoorState state() {
        long now = nanoTime.getAsLong();
        waiting.values().removeIf(time -> now - time > RECENT_NANOS);
        List<Integer> inside = new ArrayList<>(IntStream.rangeClosed(1, came.size())
                .filter(number -> !dropped.contains(came.get(number - 1)))
                .boxed()
                .toList());
        Collections.reverse(inside);
        return new DoorState(expected, isShut, waiting.size(), recent().size(), inside);
    }
}
