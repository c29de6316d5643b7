package cn.baosong.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * A mail that got no number; what its sender wrote is masked.
 *
 * @param kind REPLY, AUTOMATIC, BOUNCE or OWN
 * @param received the latest moment at which it was received
 * @param dated by its sender: shown, never used
 * @param automatic by which field or words a machine wrote it
 * @param text the beginning of its body
 * @param letter id of the letter of ours that it belongs to
 * @param submission number of the delivery that the letter was about
 * @param page id of the page of that delivery
 * @param undelivered to which address, where it says that a letter was not delivered
 * @param reason why it was not, in the words of the other server
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CorrespondenceView(
    String id,
    String kind,
    String channel,
    String mailbox,
    String received,
    Optional<String> dated,
    Optional<String> from,
    String name,
    String subject,
    String text,
    boolean junk,
    Optional<String> automatic,
    Optional<String> letter,
    Optional<String> letterTitle,
    Optional<String> submission,
    Optional<String> page,
    Optional<String> undelivered,
    Optional<String> reason) {}
