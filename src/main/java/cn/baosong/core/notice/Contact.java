package cn.baosong.core.notice;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import java.time.Instant;

/**
 * That somebody of the office spoke with a unit (电话催报).
 *
 * @param at when they spoke
 * @param by user name of who noted it
 * @param with whom of the unit
 * @param words what was said
 */
public record Contact(
    String id, CallId call, UnitCode unit, Instant at, String by, String with, String words) {}
