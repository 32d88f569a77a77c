import * as core from '@token04/core';
import * as testing from '@token04/core/testing';
import exercise from './exercise.cjs';

await exercise(core, testing);
