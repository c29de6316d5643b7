package cn.baosong.camel.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail as a look at its folder found it.
 *
 * @param key by which the register knows it: mailbox, folder, UIDVALIDITY, UID
 * @param uid within the folder
 * @param before the last look that did not show it, in machine time
 * @param seen the first look that did, in machine time
 */
record Sighting(String key, String uid, Optional<Instant> before, Instant seen) {}
