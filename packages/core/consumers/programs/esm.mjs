import * as core from '@token04/core';
import * as testing from '@token04/core/testing';
import * as web from '@token04/core/web';
import * as webTesting from '@token04/core/web/testing';
import exercise from './exercise.cjs';

await exercise(core, testing);
await exercise(web, webTesting);
