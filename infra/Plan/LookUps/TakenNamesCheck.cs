using Pulumi;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan.LookUps;

/// <summary>Finds names that a stack file gives to what is to be made, and that something else has already.</summary>
internal static class TakenNamesCheck
{
    /// <summary>
    /// The names that are taken by what the stack does not manage. Before its first whole update a stack cannot tell what it made already:
    /// then it warns.
    /// </summary>
    /// <param name="settings">The settings of the stack.</param>
    /// <param name="last">What the last update left.</param>
    public static async Task<IEnumerable<Fault>> FaultsAsync(StackSettings settings, LastUpdate last) =>
        (await Task.WhenAll(New(settings, last).Concat(OfResources(settings, last)).Select(wanted => FaultAsync(wanted, last))))
        .OfType<Fault>();

    private static async Task<Fault?> FaultAsync(Wanted wanted, LastUpdate last)
    {
        var lookUp = wanted.LookUp;
        var answer = await lookUp.AnswerAsync();
        lookUp.WarnUnlessTold(answer, [lookUp.Path]);
        if (answer.Arn is not { } taken || await last.HoldsAsync(taken))
        {
            return null;
        }

        var found = $"'{lookUp.Name}', the name of {lookUp.Kind} that is there already";
        if (last.IsNone)
        {
            Log.Warn(
                $"{lookUp.Path}: {found}. Unless an update of this stack made it and then stopped half-way, this one will fail. "
                + $"{wanted.Remedy(taken)}.");
            return null;
        }

        return new Fault(lookUp.Path, $"{found}, and that this stack does not manage", wanted.Remedy(taken));
    }

    // What the last update recorded under its name is the stack's own, and need not be asked for.
    private static IEnumerable<Wanted> New(StackSettings settings, LastUpdate last)
    {
        bool IsRecorded(string output, string entry, string resource) =>
            string.Equals(last.ResourceOf(output, entry), resource, StringComparison.OrdinalIgnoreCase);

        foreach (var (entry, role) in settings.ExecutionRoles.Where(role => role.Value is { Adopt: null, RoleName: not null }))
        {
            var (path, name) = ($"executionRoles.{entry}.roleName", role.RoleName!);
            if (!IsRecorded(LastUpdate.RoleArnsOutput, entry, $"role/{name}"))
            {
                yield return new Wanted(LookUp.Role(path, name), Adopt);
            }

            if (role.InstanceProfile && !IsRecorded(LastUpdate.InstanceProfileArnsOutput, entry, $"instance-profile/{name}"))
            {
                yield return new Wanted(LookUp.InstanceProfile(path, name), Adopt);
            }
        }

        foreach (var (entry, deployer) in settings.Deployers.Where(deployer => deployer.Value.Adopt is null))
        {
            if (deployer.UserName is { } user && !IsRecorded(LastUpdate.ArnsOutput, entry, $"user/{user}"))
            {
                yield return new Wanted(LookUp.User($"deployers.{entry}.userName", user), Adopt);
            }

            if (deployer.RoleName is { } role && !IsRecorded(LastUpdate.ArnsOutput, entry, $"role/{role}"))
            {
                yield return new Wanted(LookUp.Role($"deployers.{entry}.roleName", role), Adopt);
            }
        }

        var trusting = settings.Deployers.Where(deployer => deployer.Value.AssumedBy is { OidcProviderArn: null });
        foreach (var same in trusting.GroupBy(deployer => deployer.Value.AssumedBy!.Issuer))
        {
            if (same.All(deployer => last.Output(LastUpdate.ArnsOutput, deployer.Key) is null))
            {
                var issuer = LookUp.Issuer($"deployers.{same.First().Key}.assumedBy.oidcProviderArn", same.Key.Url);
                yield return new Wanted(issuer, arn => $"IAM holds one an issuer: give its ARN, {arn}");
            }
        }
    }

    // No function of the provider tells of trails and analyzers: of those, AWS does as they are made.
    private static IEnumerable<Wanted> OfResources(StackSettings settings, LastUpdate last)
    {
        foreach (var (entry, key) in settings.Keys)
        {
            var alias = key.AliasName(entry, Deployment.Instance.StackName);
            if (last.Output(LastUpdate.KeyAliasesOutput, entry) as string != alias)
            {
                yield return new Wanted(
                    LookUp.Alias($"keys.{entry}.alias", alias),
                    _ => "Give another alias; or name the key that has it by its ARN, in place of this entry");
            }
        }

        foreach (var name in settings.ManagedSecrets.Keys.Where(name => last.Output(LastUpdate.ManagedSecretArnsOutput, name) is null))
        {
            yield return new Wanted(
                LookUp.Secret($"managedSecrets.{name}", name),
                _ => "Leave it out here, secrets of execution roles may name it all the same; or give another name");
        }

        foreach (var name in settings.Repositories.Keys.Where(name => last.Output(LastUpdate.RepositoryUrlsOutput, name) is null))
        {
            yield return new Wanted(
                LookUp.Repository($"repositories.{name}", name),
                _ => "Leave it out here, repositories of execution roles may name it all the same; or give another name");
        }

        // What the outputs tell of a bucket is that it is guarded: whether the stack made it, its state says.
        foreach (var name in settings.GuardedBuckets.Where(bucket => bucket.Value.Create).Select(bucket => bucket.Key))
        {
            yield return new Wanted(
                LookUp.Bucket($"guardedBuckets.{name}.create", name),
                _ => "Leave create out to guard the one that is there; or give another name");
        }

        if (settings.Trail is { Bucket: var logs })
        {
            yield return new Wanted(LookUp.Bucket("trail.bucket", logs), _ => "Give another name: the bucket of a trail is made for it");
        }
    }

    private static string Adopt(string arn) => "To take it over, say adopt: true; or give another name";

    /// <summary>A name that is to be given.</summary>
    /// <param name="LookUp">Asks who has it.</param>
    /// <param name="Remedy">What to do if somebody has, by the ARN of what has it.</param>
    private sealed record Wanted(LookUp LookUp, Func<string, string> Remedy);
}
