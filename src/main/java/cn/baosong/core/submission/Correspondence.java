package cn.baosong.core.submission;

import java.util.Optional;

/**
 * A mail that gets no number and no letter: an answer to a letter of ours, what a machine wrote, a
 * report that a letter was not delivered, a letter of ours that came back.
 *
 * @param id unique, that of its arrival
 * @param arrival how it came; its bytes are in the archive like those of every other mail
 * @param mail what it says of itself
 * @param letter the letter of ours that it belongs to
 * @param submission the submission that the letter was about
 */
public record Correspondence(
    String id,
    Receipt arrival,
    Mail mail,
    Optional<String> letter,
    Optional<SubmissionNumber> submission) {}
