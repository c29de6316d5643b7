package cn.baosong.desk;

import java.time.Instant;

/**
 * Where a page of a list ends: the sort keys of its last item (keyset), so that the last page costs
 * what the first one does and nothing is shown twice when something new arrives.
 *
 * @param at the list's instant of that item
 * @param id its number or id, which decides among equal instants
 */
public record Place(Instant at, String id) {}
