package lab.carousel.picture.study;

import java.util.OptionalInt;

/**
 * What stands at a place of a picture.
 *
 * @param words its value in words
 * @param run   the run that it is, from 0; empty if it is no single run
 */
public record PictureSpot(String words, OptionalInt run) {}
