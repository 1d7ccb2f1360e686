package lab.carousel.lesson.live;

import java.util.List;

/**
 * Who is in a class, and who waits to be.
 *
 * @param expected so many are let in
 * @param isShut whether nobody new is let in
 * @param waiting phones that ask to be let in
 * @param recent how many came in within the last minute
 * @param numbers of those who are in, the last one first
 */
public record DoorState(int expected, boolean isShut, int waiting, int recent, List<Integer> numbers) {

    public DoorState {
        numbers = List.copyOf(numbers);
    }
}
