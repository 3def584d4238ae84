using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.Iam;

namespace Rehearsal.Providers.Aws;

/// <summary>One type of resource of AWS: what it takes, when it is replaced, and the calls that make it so.</summary>
internal interface IResourceType : ITypeSchema
{
    /// <summary>
    /// What a type answers to <see cref="ListAsync"/> whose resources are each a part of another one, as an inline policy is of its role:
    /// where no other is left, none of them is.
    /// </summary>
    static Task<ImmutableArray<string>> PartOfAnother { get; } = Task.FromResult(ImmutableArray<string>.Empty);

    /// <summary>The service that makes it, <c>iam</c>, as the token says it.</summary>
    string Service => Token[(Token.IndexOf(':', StringComparison.Ordinal) + 1)..Token.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>Whether the resource lives in a region; IAM is the same in all.</summary>
    bool IsRegional => false;

    /// <summary>What the provider says that it does when it makes the resource, <c>creating IAM User (ci)</c>.</summary>
    string Creating(PropertyMap inputs);

    /// <summary>
    /// What the provider says of a deletion that AWS refuses; a resource of whose deletion it says something is not forgiven for being gone
    /// already. Default: null, AWS's words alone.
    /// </summary>
    string? Deleting(string id, AwsException refused) => null;

    /// <inheritdoc/>
    bool ITypeSchema.AreSame(string left, string right) => PolicyEquivalence.AreSame(left, right);

    /// <summary>What a rehearsal does not show of it, in words; null where the emulator has its service. Default: null.</summary>
    string? NotShown => null;

    /// <summary>What must exist for the resource to be made, by the input that names it.</summary>
    IEnumerable<(string Input, IamEntity Entity)> Needs(PropertyMap inputs) => [];

    /// <summary>Creates the resource.</summary>
    Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs);

    /// <summary>Reads the resource's outputs; null when it does not exist.</summary>
    /// <param name="aws">A client of the resource's account.</param>
    /// <param name="id">The resource's id.</param>
    /// <param name="inputs">What the state has of it; empty for what the stack did not make.</param>
    Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs);

    /// <summary>Changes the resource in place and answers its id, which may have changed as well.</summary>
    Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        throw new InvalidOperationException($"{Token} is replaced, never updated in place.");

    /// <summary>Deletes the resource.</summary>
    /// <param name="aws">A client of the resource's account.</param>
    /// <param name="id">The resource's id.</param>
    /// <param name="inputs">What the state has of it: the inputs, and the outputs beside them.</param>
    Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs);

    /// <summary>The ARNs of all that the account holds of this type, whoever made it: what is not listed counts as deleted.</summary>
    Task<ImmutableArray<string>> ListAsync(AccountSnapshot account);

    /// <summary>
    /// Whether its resources bear policies of their own, as a secret does and a role does not. Default: false. The type of such a policy
    /// itself (<c>SecretPolicy</c>) is a part of another, and bears none.
    /// </summary>
    bool BearsPolicy => false;

    /// <summary>
    /// The tokens of the types by which a stack has something to do with such policies. Default: the type alone; a stack may also give a
    /// policy to a resource that it does not make.
    /// </summary>
    IReadOnlySet<string> PolicyTypes => new HashSet<string> { Token };

    /// <summary>The policy document that a resource bears; null where it bears none. Asked of types that bear policies.</summary>
    /// <param name="aws">A client of the resource's account and region.</param>
    /// <param name="arn">The resource, as <see cref="ListAsync"/> names it.</param>
    Task<JsonNode?> PolicyAsync(AwsClient aws, string arn) =>
        throw new InvalidOperationException($"{Token} bears no policy.");
}
