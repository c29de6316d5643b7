package cn.baosong.architecture.offender.store;

import java.sql.Connection;

/** Innocent: the store may speak SQL. */
public record Table(Connection connection) {}
