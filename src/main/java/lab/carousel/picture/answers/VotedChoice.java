package lab.carousel.picture.answers;

import java.util.List;

/** A choice in words, with its votes for each bar. */
public record VotedChoice(String words, boolean isRight, List<Integer> votes) {

    public VotedChoice {
        votes = List.copyOf(votes);
    }
}
