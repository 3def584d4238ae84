using System.Collections.Immutable;
using SageMakerIam.Components;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Settings;

namespace SageMakerIam.Parts;

/// <summary>The repositories of images that a stack makes.</summary>
internal sealed class ImageRepositories
{
    private readonly StackSettings settings;
    private readonly AwsAccount account;
    private readonly ImmutableSortedDictionary<string, ImageRepository> made;

    /// <summary>Makes the repositories.</summary>
    /// <param name="plan">The plan of the stack.</param>
    public ImageRepositories(StackPlan plan)
    {
        (settings, account) = (plan.Settings, plan.Account);
        made = settings.Repositories.ToImmutableSortedDictionary(
            repository => repository.Key,
            repository => new ImageRepository(repository.Key, repository.Value, account),
            StringComparer.Ordinal);
    }

    /// <summary>Those that other accounts pull from.</summary>
    public IEnumerable<Share> Shares =>
        from repository in settings.Repositories
        where !repository.Value.PullFrom.IsEmpty
        select new Share($"repository-{Share.NameOf(repository.Key)}", account.Repository(repository.Key), repository.Value.PullFrom);

    /// <summary>Adds what the stack's outputs say of them, where there are any.</summary>
    public void AddTo(StackOutputs outputs)
    {
        if (!made.IsEmpty)
        {
            outputs.Add(LastUpdate.RepositoryUrlsOutput, made, repository => repository.RepositoryUrl);
        }
    }
}
